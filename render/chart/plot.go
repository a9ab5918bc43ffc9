package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Sizes on paper.
const (
	panelWidth  = 8.4 * vg.Centimeter
	panelHeight = 5.2 * vg.Centimeter
	headHeight  = 0.8 * vg.Centimeter
	resolution  = 100 // of PNG [dots per inch]
)

// colours tell lines apart for every kind of colour vision (Okabe & Ito 2008).
var colours = [...]color.RGBA{{0, 114, 178, 255}, {213, 94, 0, 255}, {0, 158, 115, 255}, {204, 121, 167, 255}, {86, 180, 233, 255}, {230, 159, 0, 255}}

var bandColour = color.RGBA{236, 240, 232, 255}

// PNG draws panels side by side, two in a row, below a title.
func PNG(title string, panels []Panel) ([]byte, error) {
	w, h := size(len(panels))
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(resolution))
	if err := paint(draw.New(c), title, panels); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&b, paletted(c.Image()))
	return b.Bytes(), err
}

// SVG draws the same.
func SVG(title string, panels []Panel) ([]byte, error) {
	c := vgsvg.New(size(len(panels)))
	if err := paint(draw.New(c), title, panels); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err := c.WriteTo(&b)
	return b.Bytes(), err
}

// across returns how many panels a row has.
func across(panels int) int { return min(max(panels, 1), 2) }

func size(panels int) (w, h vg.Length) {
	rows := (panels + across(panels) - 1) / across(panels)
	return panelWidth * vg.Length(across(panels)), panelHeight*vg.Length(max(rows, 1)) + headHeight
}

// paint draws all panels on a canvas.
func paint(c draw.Canvas, title string, panels []Panel) error {
	if err := drawable(title, panels); err != nil {
		return err
	}
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
	head := style(11)
	head.XAlign, head.YAlign = text.XCenter, text.YTop
	c.FillText(head, vg.Point{X: c.Center().X, Y: c.Max.Y - 4}, title)
	n := across(len(panels))
	for i, p := range panels {
		at := vg.Point{X: c.Min.X + panelWidth*vg.Length(i%n), Y: c.Max.Y - headHeight - panelHeight*vg.Length(i/n+1)}
		box := draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{Min: at, Max: at.Add(vg.Point{X: panelWidth, Y: panelHeight})}}
		drawn, err := p.plot()
		if err != nil {
			return fmt.Errorf("chart: %s: %w", p.Title, err)
		}
		drawn.Draw(draw.Crop(box, 4, -8, 2, -4))
	}
	return nil
}

// drawable refuses what the font leaves out without a word: a superscript minus
// would turn a rate into an amount.
func drawable(title string, panels []Panel) error {
	for _, p := range panels {
		title += p.Title + p.X + p.Y
		for _, l := range p.Lines {
			title += l.Name
		}
	}
	if i := strings.IndexAny(title, "⁻⁺"); i >= 0 {
		return fmt.Errorf("chart: %q: the font has no raised signs, write \"/d\" or \"per day\"", title)
	}
	return nil
}

// plot returns the panel as the library's plot.
func (p Panel) plot() (*plot.Plot, error) {
	f := plot.New()
	f.Title.Text = p.Title
	f.X.Label.Text, f.Y.Label.Text = p.X, p.Y
	f.Title.TextStyle, f.X.Label.TextStyle, f.Y.Label.TextStyle = label(f.Title.TextStyle, 10), label(f.X.Label.TextStyle, 8), label(f.Y.Label.TextStyle, 8)
	f.X.Tick.Label, f.Y.Tick.Label, f.Legend.TextStyle = label(f.X.Tick.Label, 7), label(f.Y.Tick.Label, 7), label(f.Legend.TextStyle, 7)
	x, y := p.extents()
	x = x.padded(0.01) // the library clips what lies on its edge
	if n := len(p.Lines); n > 1 {
		y.high += min(0.08*float64(n), 0.8) * (y.high - y.low) // for the legend
	}
	f.X.Min, f.X.Max, f.Y.Min, f.Y.Max = x.low, x.high, y.low, y.high
	if err := p.band(f, x, y); err != nil {
		return nil, err
	}
	for i, l := range p.Lines {
		if err := l.add(f, i, len(p.Lines) > 1); err != nil {
			return nil, err
		}
	}
	f.X.Min, f.X.Max, f.Y.Min, f.Y.Max = x.low, x.high, y.low, y.high
	f.Legend.Top = true
	return f, nil
}

// band draws the panel's band behind the lines, as far as it is in sight.
func (p Panel) band(f *plot.Plot, x, y extent) error {
	low, high := math.Max(p.Low, y.low), math.Min(p.High, y.high)
	if !p.banded() || low >= high {
		return nil
	}
	area, err := plotter.NewPolygon(plotter.XYs{{X: x.low, Y: low}, {X: x.high, Y: low}, {X: x.high, Y: high}, {X: x.low, Y: high}})
	if err != nil {
		return err
	}
	area.Color, area.LineStyle.Width = bandColour, 0
	f.Add(area)
	return nil
}

// add draws the i-th line, in pieces where it has gaps.
func (l Line) add(f *plot.Plot, i int, named bool) error {
	for n, piece := range l.pieces() {
		drawn, err := plotter.NewLine(piece)
		if err != nil {
			return err
		}
		drawn.Color, drawn.Width = colours[i%len(colours)], 1.2
		if l.Dashed {
			drawn.Dashes = []vg.Length{3, 2}
		}
		f.Add(drawn)
		if named && n == 0 {
			f.Legend.Add(l.Name, drawn)
		}
	}
	return nil
}

// pieces splits a line where a coordinate is not finite.
func (l Line) pieces() (all []plotter.XYs) {
	var piece plotter.XYs
	for i := range l.X {
		if finite(l.X[i], l.Y[i]) {
			piece = append(piece, plotter.XY{X: l.X[i], Y: l.Y[i]})
			continue
		}
		if len(piece) > 0 {
			all = append(all, piece)
		}
		piece = nil
	}
	if len(piece) > 0 {
		all = append(all, piece)
	}
	return all
}

// label gives a text style the font of the charts.
func label(s text.Style, points float64) text.Style {
	s.Font.Typeface, s.Font.Variant, s.Font.Size = "Liberation", "Sans", font.Length(points)
	return s
}

// style is a text style from nothing.
func style(points float64) text.Style {
	return label(text.Style{Color: color.Black, Handler: plot.DefaultTextHandler}, points)
}
