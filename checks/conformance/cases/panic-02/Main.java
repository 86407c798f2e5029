import static goloom.runtime.Go.*;

void main() {
    throw panic(new Exception("bad"));
}
