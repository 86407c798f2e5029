import goloom.runtime.*;

void main() {
    var g = new ErrGroup();
    g.setLimit(0);
    g.go(() -> {});
}
