import goloom.runtime.*;

void main() {
    var o = new Once();
    o.run(null);
}
