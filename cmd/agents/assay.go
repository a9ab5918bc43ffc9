package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"trabecula/render/chart"
	"trabecula/sim/assay"
	"trabecula/sim/run"
)

type assayCommand struct {
	Name  string   `arg:"" default:"list" help:"Name of an assay, list, a published row such as J1, rows, or overlay."`
	Which string   `arg:"" optional:"" help:"With overlay: its name, or all."`
	Sex   string   `placeholder:"female|male" help:"Sex of the person (person.sex)."`
	Age   string   `placeholder:"YEARS" help:"Age of the person (person.age)."`
	Treat string   `placeholder:"PLAN" help:"Treatments in addition, split by semicolons (treatment.plan)."`
	Set   []string `sep:"none" placeholder:"KEY=VALUE" help:"Set any parameter of the body; may be repeated."`
	Out   string   `placeholder:"DIR" help:"Folder for NAME.csv, NAME.png and NAME.svg."`
	Force bool     `help:"If the folder exists, move it aside."`
	Chart bool     `default:"true" negatable:"" help:"Draw charts below the tables."`
	Width int      `default:"78" placeholder:"N" help:"Characters a line of the charts on the terminal."`
	JSON  bool     `name:"json" help:"Print JSON, without charts."`
}

// Run carries the command out.
func (c assayCommand) Run(p process) error {
	if c.Which != "" && c.Name != "overlay" {
		return run.BadInput{Err: fmt.Errorf("assay %s: unexpected argument %s", c.Name, c.Which)}
	}
	if c.Width < 30 || c.Width > 400 {
		return run.BadInput{Err: fmt.Errorf("--width = %d, want 30 to 400", c.Width)}
	}
	if c.Out != "" {
		if err := run.CheckFolder(c.Out, c.Force); err != nil {
			return err
		}
	}
	row, isRow := assay.FindRow(c.Name)
	switch {
	case c.Name == "list":
		return c.list(p)
	case isRow:
		return c.rows(p, []assay.Row{row})
	case c.Name == "rows":
		return c.rows(p, assay.Rows())
	case c.Name == "overlay":
		return c.overlays(p)
	}
	return c.one(p)
}

// list prints the tests and the rows.
func (c assayCommand) list(p process) error {
	if err := c.bare(); err != nil {
		return err
	}
	rows := [][]string{{"name", "what"}}
	for _, a := range assay.Catalogue() {
		rows = append(rows, []string{a.Name, a.Doc})
	}
	for _, r := range assay.Rows() {
		rows = append(rows, []string{r.Name, "published: " + r.Doc})
	}
	for _, o := range assay.Overlays() {
		rows = append(rows, []string{"overlay " + o.Name, "against the reference curve"})
	}
	if c.JSON {
		return printJSON(p, objects(rows))
	}
	return printTable(p, rows)
}

// bare refuses what would change the person where the person is given.
func (c assayCommand) bare() error {
	if c.Sex+c.Age+c.Treat != "" || len(c.Set) > 0 {
		return run.BadInput{Err: fmt.Errorf("assay %s: the persons and treatments are given; --sex, --age, --treat and --set are of no use", c.Name)}
	}
	return nil
}

// one carries one test out.
func (c assayCommand) one(p process) error {
	a, err := assay.Find(c.Name)
	if err != nil {
		return run.BadInput{Err: err}
	}
	plan, err := assay.Prepare(a, assay.Request{Sex: c.Sex, Age: c.Age, Set: c.Set, Treat: c.Treat})
	if err != nil {
		return run.BadInput{Err: err}
	}
	result, err := plan.Run(p.ctx)
	if err != nil {
		return err
	}
	panels := resultPanels(result)
	if err := c.save(sheet{a.Name, a.Name, panels, result.WriteCSV}); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p, resultJSON(result))
	}
	fmt.Fprintf(p.stdout, "%s: %s\n", a.Name, a.Doc)
	if a.Note != "" {
		fmt.Fprintln(p.stdout, a.Note)
	}
	if err := printTables(p, result.Tables); err != nil || !c.Chart {
		return err
	}
	fmt.Fprintln(p.stdout)
	return chart.Text(p.stdout, panels, c.Width)
}

// rows measures published rows.
func (c assayCommand) rows(p process, rows []assay.Row) error {
	if err := c.bare(); err != nil {
		return err
	}
	var findings []assay.Finding
	var sheets []sheet
	for _, r := range rows {
		result, err := r.Measure(p.ctx)
		if err != nil {
			return err
		}
		findings = append(findings, result.Findings...)
		sheets = append(sheets, sheet{r.Name, r.Name + ": " + result.Assay.Name, resultPanels(result), result.WriteCSV})
	}
	if err := c.save(sheets...); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p, findingsJSON(findings))
	}
	return printTables(p, []assay.Table{assay.Verdicts(findings)})
}

// overlays compares the body with the reference curves.
func (c assayCommand) overlays(p process) error {
	list := assay.Overlays()
	if c.Which != "" && c.Which != "all" {
		o, err := assay.FindOverlay(c.Which)
		if err != nil {
			return run.BadInput{Err: err}
		}
		list = []assay.Overlay{o}
	}
	if err := c.bare(); err != nil {
		return err
	}
	var sheets []sheet
	var tables []assay.Table
	for _, o := range list {
		compared, err := o.Run(p.ctx)
		if err != nil {
			return err
		}
		sheets = append(sheets, sheet{o.Name, o.Name + ": ours and the reference", overlayPanels(compared), compared.WriteCSV})
		tables = append(tables, compared.Table())
	}
	if err := c.save(sheets...); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p, tablesJSON(tables))
	}
	if err := printTables(p, tables); err != nil || !c.Chart || len(sheets) > 1 {
		return err // the charts of all would bury the tables
	}
	fmt.Fprintln(p.stdout)
	return chart.Text(p.stdout, sheets[0].panels, c.Width)
}

// sheet is what a test leaves in a folder.
type sheet struct {
	name, title string
	panels      []chart.Panel
	csv         func(io.Writer) error
}

// files draws and writes a sheet in memory.
func (s sheet) files() (map[string][]byte, error) {
	var table bytes.Buffer
	png, wrongPNG := chart.PNG(s.title, s.panels)
	svg, wrongSVG := chart.SVG(s.title, s.panels)
	err := errors.Join(wrongPNG, wrongSVG, s.csv(&table))
	return map[string][]byte{s.name + ".png": png, s.name + ".svg": svg, s.name + ".csv": table.Bytes()}, err
}

// save writes sheets to the folder that was asked for, if one was.
func (c assayCommand) save(sheets ...sheet) error {
	if c.Out == "" {
		return nil
	}
	all := map[string][]byte{}
	for _, s := range sheets {
		files, err := s.files()
		if err != nil {
			return err
		}
		for name, data := range files {
			all[name] = data
		}
	}
	if _, err := run.Claim(c.Out, c.Force); err != nil {
		return err
	}
	for name, data := range all {
		if err := os.WriteFile(filepath.Join(c.Out, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
