// Question: What is known of these provinces themselves?
// Group: coverage
// Parameter: province (provinces), the provinces
// Column: id (id) the province
// Column: name (text) its name
// Column: capital (text) its capital
// Column: population (people) its latest population; empty where no source gives one
// Column: population_year (text) the year of that
// Column: founded (date) when it became a province; empty where that is not recorded
// Column: dissolved (date) when it ceased to be one
UNWIND $province AS asked
MATCH (p:Entity {id: asked})
RETURN p.id AS id, p.name AS name, p.capital AS capital, p.population AS population,
       p.population_year AS population_year, p.founded AS founded, p.dissolved AS dissolved
ORDER BY id
