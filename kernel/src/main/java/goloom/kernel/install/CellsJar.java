package goloom.kernel.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The part of the kernel's jar that cells can name: Goloom and the display interface. Cells
/// compile against this jar. The libraries that the kernel itself is built with are not in it, so
/// that cells bring their own versions; and the compiler has less to read.
///
/// It stands beside the kernel's jar, where `install` puts it. Its comment is the size of the jar
/// that it was made of: one that belongs to another build is not used.
public final class CellsJar {
    private static final String NAME = "goloom-cells.jar";

    private static final List<String> VISIBLE = List.of("goloom/", "io/github/spencerpark/");

    private CellsJar() {}

    /// What cells compile against.
    ///
    /// @param kernel where the kernel's classes are: its jar, or a folder when it was not packed
    public static Path of(Path kernel) throws IOException {
        if (!Files.isRegularFile(kernel)) {
            return kernel;
        }
        Path beside = kernel.resolveSibling(NAME);
        if (isOf(kernel, beside)) {
            return beside;
        }
        Path own = Files.createTempFile("goloom-cells", ".jar");
        own.toFile().deleteOnExit();
        copy(kernel, own);
        return own;
    }

    private static boolean isOf(Path kernel, Path cells) throws IOException {
        if (!Files.isRegularFile(cells)) {
            return false;
        }
        try (var zip = new ZipFile(cells.toFile())) {
            return mark(kernel).equals(zip.getComment());
        }
    }

    /// Puts the jar beside the kernel's.
    static void write(Path kernel) throws IOException {
        copy(kernel, kernel.resolveSibling(NAME));
    }

    private static void copy(Path kernel, Path cells) throws IOException {
        try (var from = new ZipFile(kernel.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(cells))) {
            to.setComment(mark(kernel));
            for (ZipEntry e : from.stream().filter(CellsJar::isVisible).toList()) {
                to.putNextEntry(new ZipEntry(e.getName()));
                try (InputStream in = from.getInputStream(e)) {
                    in.transferTo(to);
                }
                to.closeEntry();
            }
        }
    }

    private static boolean isVisible(ZipEntry e) {
        return !e.isDirectory() && isVisible(e.getName());
    }

    /// True for what cells see of the kernel's jar: `goloom/runtime/Go.class`.
    public static boolean isVisible(String entry) {
        return VISIBLE.stream().anyMatch(entry::startsWith);
    }

    private static String mark(Path kernel) throws IOException {
        return "for a jar of " + Files.size(kernel) + " bytes";
    }
}
