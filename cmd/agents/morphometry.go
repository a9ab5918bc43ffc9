package main

import (
	"fmt"
	"strconv"

	"trabecula/field/morphometry"
	"trabecula/sim/param"
	"trabecula/sim/run"
	"trabecula/sim/section"
	"trabecula/sim/unit"
)

type morphometryCommand struct {
	Image     string `arg:"" help:"PNG or TIFF image, or bundled:NAME."`
	PixelSize string `placeholder:"9.75um" help:"Edge of a pixel; a bundled image knows its own."`
	Threshold string `default:"otsu" help:"Grey level from which a pixel is bone, a fraction of full scale, or otsu."`
	Invert    bool   `help:"Bone is dark."`
	Crop      string `placeholder:"X,Y,W,H" help:"Part of the image, in pixels."`
	Edge      string `enum:"open,closed" default:"open" help:"Whether discs of local thickness may reach beyond the image (open), or its edge is a wall (closed)."`
	JSON      bool   `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c morphometryCommand) Run(p process) error {
	params, err := c.params()
	if err != nil {
		return run.BadInput{Err: err}
	}
	mask, _, err := section.ReadMask(params)
	if err != nil {
		return run.BadInput{Err: err}
	}
	static := morphometry.Measure(mask, morphometry.Options{Local: true, Closed: c.Edge == "closed"})
	if c.JSON {
		return printJSON(p, static)
	}
	rows := [][]string{{"name", "symbol", "value", "unit", "definition"}}
	for _, column := range morphometry.Columns() {
		value := strconv.FormatFloat(column.Of(static), 'g', 6, 64)
		rows = append(rows, []string{column.Name, column.Symbol, value, column.Unit, column.Definition})
	}
	return printTable(p, rows)
}

// params returns the flags as parameters of a section.
func (c morphometryCommand) params() (section.Params, error) {
	s := param.Default[section.Params]()
	s.Image, s.Threshold, s.Invert, s.Crop = c.Image, c.Threshold, c.Invert, c.Crop
	if c.PixelSize == "" {
		return s, nil
	}
	size, err := unit.ParseIn(c.PixelSize, "um", "9.75um")
	if err != nil {
		return s, fmt.Errorf("--pixel-size: %w", err)
	}
	if size <= 0 {
		return s, fmt.Errorf("--pixel-size = %s, want more than 0 um", c.PixelSize)
	}
	s.PixelSize = size
	return s, nil
}
