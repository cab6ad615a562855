import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j server for tests: FOLDER SETTINGS; says "ready", and ends when its standard input is closed. */
public class Main {
    public static void main(String[] arguments) throws Exception {
        var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .loadPropertiesFromFile(Path.of(arguments[1]))
                .build();
        System.out.println("ready");
        int read = System.in.read();
        if (read >= 0) { // any byte: an orderly end, after which the data can be opened read-only
            service.shutdown();
        }
        // Otherwise the test that started this server is over, and so are the data.
        Runtime.getRuntime().halt(0);
    }
}
