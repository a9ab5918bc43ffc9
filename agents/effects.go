package agents

// Effects is the table of what hormones and cytokines do to cells. Sizes are
// chosen so that the dose of a disease or a treatment, not of a culture dish,
// changes the rate as the source has it. A new effect is one row here.
var Effects = [...]Effect{
	{"pth_rankl", "PTH", []Kind{PreOsteoblast, Reversal, Osteoblast, LiningCell, Osteocyte}, RANKLSecretion, CREB, 4, 0.65, 4,
		"rat bone, infusion: mRNA x27 at a maximal dose (Ma 2001); 1.5-4x at thrice basal PTH assumed"},
	{"pth_opg", "PTH", []Kind{Reversal, Osteoblast, LiningCell, Osteocyte}, OPGSecretion, CREB, -0.75, 0.65, 4,
		"rat bone, infusion: mRNA / 4.6 (Ma 2001); at most halved in Peterson & Riggs 2010"},
	{"pth_osteoblast_survival", "PTH", []Kind{Osteoblast}, Apoptosis, Bcl2, -0.8, 3, 2,
		"pulses delay apoptosis through Runx2 and Bcl-2 (Bellido 2003, Jilka 2007, recalled)"},
	{"pth_matrix", "PTH", []Kind{Osteoblast}, Matrix, Runx2, 0.5, 0, 0,
		"direction: pulses raise, 7 d of infusion lower formation by 30-40 % (Horwitz 2011)"},
}
