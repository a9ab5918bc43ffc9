package section

// Params says where the initial tissue comes from.
type Params struct {
	Geometry string `param:"geometry" default:"image" choices:"image|synthetic" doc:"where the initial bone comes from: an image of real bone, or the seeded generator" source:"choice of the user"`

	Image     string  `param:"image" default:"" doc:"PNG or TIFF file, 8 or 16 bit, grey or two-phase; bundled:NAME for a slice that ships with the program; empty = bundled:xy150-grey" source:"see assets/tissue/README.md"`
	PixelSize float64 `param:"pixel_size" default:"0 um" range:"0 um..200 um" doc:"edge of a pixel of the image; must be given for a file, while 0 stands for the known one of a bundled slice" source:"of the image"`
	Threshold string  `param:"threshold" default:"otsu" doc:"grey level from which a pixel is bone: a fraction of full scale (0..1), or otsu for Otsu's threshold of the whole image" source:"Otsu 1979, IEEE Trans Syst Man Cybern 9:62"`
	Invert    bool    `param:"invert" default:"false" doc:"bone is dark, below the threshold" source:"of the image"`
	Crop      string  `param:"crop" default:"" doc:"part of the image to use, x,y,w,h in its pixels; empty = the centre, width x height" source:"choice of the user"`
	Specks    float64 `param:"specks" default:"50 um" range:"0 um..500 um" doc:"pieces of bone and holes in bone smaller than the disc of this diameter are noise and are removed; 0 = none" source:"assumed: 2000 um2, a tenth of the cross-section of a 150 um strut, and five pixels of a 20 um image"`
	Smooth    bool    `param:"smooth" default:"true" doc:"when the image is coarser than the model, round its pixel corners at equal bone area" source:"assumed: pixel corners would add 10 % of perimeter, measured on the bundled slices"`

	Width     float64 `param:"width" default:"2.56 mm" range:"0.1 mm..20 mm" doc:"width of the section; a smaller image is used whole" source:"assumed: 3-4 trabecular spacings, model default"`
	Height    float64 `param:"height" default:"2.56 mm" range:"0.1 mm..20 mm" doc:"height of the section; a smaller image is used whole" source:"assumed: as width"`
	Pixel     float64 `param:"pixel" default:"5 um" range:"1 um..20 um" doc:"edge of a model pixel" source:"assumed: a third of a cell, a tenth of a wall thickness"`
	Thickness float64 `param:"thickness" default:"10 um" range:"1 um..50 um" doc:"nominal thickness of the section, which gives amounts and concentrations their unit" source:"assumed: a thick histological section, one cell"`

	Synthetic Synthetic `param:"synthetic"`
	Mineral   Mineral   `param:"mineral"`
}

// Synthetic says what the generator aims at.
type Synthetic struct {
	BVTV float64 `param:"bv_tv" default:"0.2" range:"0.03..0.7" doc:"bone volume fraction" source:"adult human iliac 18-25 %, Recker 1988 (recalled)"`
	TbTh float64 `param:"tb_th" default:"150 um" range:"40 um..500 um" doc:"trabecular thickness, plate model with 4/π" source:"human iliac 155 ± 31 um, Bone 1989 10:333"`
	TbSp float64 `param:"tb_sp" default:"0 um" range:"0 um..5 mm" doc:"trabecular separation, plate model; 0 = what bv_tv and tb_th imply, tb_th (1/bv_tv - 1)" source:"Parfitt et al. 1983, J Clin Invest 72:1396"`
}

// Mineral says how old the matrix is that is there at the start.
type Mineral struct {
	Age    float64 `param:"age" default:"12 y" range:"0.1 y..50 y" doc:"mean age of the matrix at the start; a packet's age is exponential, as under renewal at random" source:"assumed: renewal of 8 %/year, as the healthy section shows and within 5-35 %/year of cancellous bone"`
	Packet float64 `param:"packet" default:"60 um" range:"10 um..500 um" doc:"spacing of the packets of one age" source:"wall thickness 60.5 um, Eriksen, Mosekilde & Melsen 1985, Bone 6:421"`
}
