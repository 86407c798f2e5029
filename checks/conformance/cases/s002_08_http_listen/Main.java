import static goloom.runtime.Go.*;

void main() throws IOException {
    var server = com.sun.net.httpserver.HttpServer.create(
            new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write("hi".getBytes());
        exchange.close();
    });
    go(() -> server.start());
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/").toURL();
    try (var in = url.openStream()) {
        println(new String(in.readAllBytes()));
    }
    server.stop(0);
}
