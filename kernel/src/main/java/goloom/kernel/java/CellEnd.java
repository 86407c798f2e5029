package goloom.kernel.java;

/// What a statement of a cell gives when a `return;` in it has ended the cell. For rewritten cells.
public enum CellEnd {
    NOW
}
