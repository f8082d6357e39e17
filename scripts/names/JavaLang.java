import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the names of the public classes in java.lang, which each program in Java imports. */
class JavaLang {
    public static void main(String[] args) throws Exception {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base", "java", "lang");
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("$") && !name.contains("-")) {
                    Class<?> type = Class.forName("java.lang." + name.replace(".class", ""), false, null);
                    if (java.lang.reflect.Modifier.isPublic(type.getModifiers())) {
                        System.out.println(type.getSimpleName());
                    }
                }
            }
        }
    }
}
