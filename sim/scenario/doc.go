// Package scenario reads scenario files: TOML that is laid over the documented
// defaults of the parameters, strictly, so that a fault is never a silently
// different run. It knows tables, keys and quantities; it does not know what
// any parameter does, nor how a run is made. Start at Loader.Load.
//
// A file has the keys schema, extends, title, text and sources, and a list of
// changes in mid-run; every other table is the path of parameters:
//
//	schema = 1
//	extends = "builtin:healthy"
//	title = "Short-lived osteoclasts"
//
//	[cells.osteoclast]
//	lifespan = "10 d" # a plain number would be in the unit of the parameter
//
//	[[changes]]
//	at = "1 y"
//	set.endocrine.pth.glands = 0
//
// Later layers win: defaults, the files that are extended, the file, --set.
package scenario
