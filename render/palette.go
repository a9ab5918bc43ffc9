package render

import (
	"image/color"

	"trabecula/agents"
)

// Palette holds the colours of everything but overlays.
type Palette struct {
	Paper, Ink         color.RGBA // of the frame
	Marrow             color.RGBA
	Osteoid            color.RGBA
	Young, Old         color.RGBA // bone at LeastMineral and at full mineral
	Quiescent, Eroded  color.RGBA // lines along the surface
	Vessel, VesselWall color.RGBA
	Cells              [agents.KindCount]color.RGBA // transparent = a hue of its own
	Map                ColourMap                    // of overlays
}

// DefaultPalette returns colours that people of normal and of colour-deficient
// vision can tell apart; most of those of cells are from Okabe & Ito 2008
// ("Color Universal Design"). Osteoclasts, their precursors and osteomorphs are
// warm, the osteoblast lineage green to blue, immune cells wine, yellow, violet and
// indigo, fat cells pale; marrow is the
// cream of a stained section, bone slate, osteoid salmon, after the red of Goldner's stain.
func DefaultPalette() Palette {
	return Palette{
		Paper: hex(0xFFFFFF), Ink: hex(0x22272E),
		Marrow: hex(0xFCF4E4), Osteoid: hex(0xF4837A),
		Young: hex(0xD6DFE7), Old: hex(0x8C9EB0),
		Quiescent: hex(0x4A5968), Eroded: hex(0x8C1C13),
		Vessel: hex(0xF3C6BC), VesselWall: hex(0xC98A7E),
		Cells: cellColours(), Map: Twilight(),
	}
}

func cellColours() [agents.KindCount]color.RGBA {
	return [agents.KindCount]color.RGBA{
		agents.Progenitor:      hex(0x8FD175),
		agents.PreOsteoblast:   hex(0x56B4E9),
		agents.Reversal:        hex(0xCC79A7),
		agents.Osteoblast:      hex(0x0072B2),
		agents.LiningCell:      hex(0x009E73),
		agents.Osteocyte:       hex(0x1F2A36),
		agents.Precursor:       hex(0xE69F00),
		agents.Osteoclast:      hex(0xD55E00),
		agents.Macrophage:      hex(0x7D2E68),
		agents.TCell:           hex(0xF0E442),
		agents.RegulatoryTCell: hex(0x9060F0),
		agents.BCell:           hex(0x2010A0),
		agents.Osteomorph:      hex(0xB03020),
		agents.Adipocyte:       hex(0xD0C0C0),
	}
}

// Cell returns the colour of a kind. One that the palette does not know gets a
// hue of its own, a golden angle away from its neighbours in the catalogue.
func (p Palette) Cell(k agents.Kind) color.RGBA {
	if int(k) < len(p.Cells) && p.Cells[k].A != 0 {
		return p.Cells[k]
	}
	const golden = 137.508
	return lch(0.62, 0.14, golden*float64(k)).rgba()
}

func hex(rgb uint32) color.RGBA {
	return color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}
