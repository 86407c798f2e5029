package goloom.kernel.display;

import goloom.kernel.protocol.MimeBundle;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures made of pixels. A class of its own, because with it comes java.desktop.
final class Pixels {
    private Pixels() {}

    static MimeBundle of(RenderedImage image) {
        String text = "image " + image.getWidth() + " x " + image.getHeight();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", out)) {
                return MimeBundle.text(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture to memory", e);
        }
        return MimeBundle.text(text)
                .with("image/png", Base64.getEncoder().encodeToString(out.toByteArray()));
    }
}
