// Package render paints a section of bone: tissue, cells, one field as an
// overlay, and the frame around them (legend, scale bar, colour bar, time). It
// paints into image.RGBA and writes PNG; it knows no window, no run folder and
// no rule of the model, and it changes nothing it looks at. The same scene and
// options give the same pixels. Start at Painter.
package render
