/// Go's own tests of what we have rebuilt, written anew in Java. Each says which test of the Go
/// sources it stands for.
package goloom.runtime.gotests;
