// The server did not answer a question that was asked without a new page: say so, instead of the answer before it.
document.addEventListener("htmx:sendError", () => {
  const main = document.getElementById("answer"), said = document.createElement("p");
  said.className = "sentence";
  said.setAttribute("role", "alert");
  said.textContent = document.body.dataset.gone;
  main.replaceChildren(said);
});
