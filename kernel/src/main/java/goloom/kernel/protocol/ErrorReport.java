package goloom.kernel.protocol;

import java.util.List;

/// An error as front ends show it.
///
/// @param name the class of the exception
/// @param value its message, one line
/// @param traceback lines to show, with ANSI colours
public record ErrorReport(String name, String value, List<String> traceback) {}
