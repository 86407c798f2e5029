package goloom.kernel.session;

import goloom.kernel.protocol.Origin;
import goloom.kernel.wire.Wire;

/// A request that wants an answer: who asked, and on which channel.
record Call(Wire.Channel channel, Origin origin) {}
