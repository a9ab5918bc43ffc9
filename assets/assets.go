// Package assets carries the files that ship inside the program: real bone
// slices, the scenarios, published targets and curves of another model of the
// body. It knows how they are named and scaled, not how they are read or used. Start at Slices,
// Scenarios, Validation and Reference.
package assets

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed tissue
var tissueFiles embed.FS

//go:embed all:scenarios
var scenarioFiles embed.FS

//go:embed validation
var validationFiles embed.FS

//go:embed reference
var referenceFiles embed.FS

// Slice is a bundled image of real trabecular bone.
type Slice struct {
	Name      string  // how it is asked for: "xz150"
	File      string  // path inside Tissue: "lhdl2923_xz150_seg_19.50um.png"
	PixelSize float64 // edge of a pixel [um]
	Segmented bool    // 0/255 already, not grey values
	Doc       string
}

// Slices returns the bundled slices. Source and licence of all of them:
// tissue/README.md (LHDL specimen 2923, redistributed under the MIT licence by
// ciclope, Iori et al.).
func Slices() []Slice {
	return []Slice{
		segmented("xz098", "along the axis; dense, half of the bone in one piece"),
		segmented("xz150", "along the axis; the one with a bone path from top to bottom"),
		segmented("xy150", "across the axis; plates around two pores"),
		grey("xz098", "along the axis"),
		grey("xz150", "along the axis"),
		grey("xy150", "across the axis"),
	}
}

const nativePixel = 19.5 // um, micro-CT voxel of the stack (ciclope, test_data/LHDL)

func segmented(plane, doc string) Slice {
	return Slice{plane, "lhdl2923_" + plane + "_seg_19.50um.png", nativePixel, true, doc + "; segmented"}
}

func grey(plane, doc string) Slice {
	return Slice{plane + "-grey", "lhdl2923_" + plane + "_grey_19.50um.png", nativePixel, false, doc + "; grey values"}
}

// FindSlice returns the bundled slice of that name.
func FindSlice(name string) (Slice, bool) {
	all := Slices()
	i := slices.IndexFunc(all, func(s Slice) bool { return s.Name == name })
	if i < 0 {
		return Slice{}, false
	}
	return all[i], true
}

// Tissue returns the folder of the bundled images.
func Tissue() fs.FS { return folder(tissueFiles, "tissue") }

// Scenarios returns the folder of the bundled scenarios, *.toml.
func Scenarios() fs.FS { return folder(scenarioFiles, "scenarios") }

// Reference returns the folder of the reference curves of the body, *.csv. What
// they are and where they come from: reference/README.md.
func Reference() fs.FS { return folder(referenceFiles, "reference") }

// Validation returns the folder of published targets and of the arms of the virtual
// trials that are held against them, *.toml.
func Validation() fs.FS { return folder(validationFiles, "validation") }

func folder(from fs.FS, name string) fs.FS {
	sub, err := fs.Sub(from, name)
	if err != nil {
		panic(err) // the name is a constant of this file
	}
	return sub
}
