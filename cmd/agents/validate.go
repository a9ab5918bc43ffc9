package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"trabecula/assets"
	"trabecula/sim/run"
	"trabecula/sim/scenario"
	"trabecula/sim/validate"
)

type validateCommand struct {
	Only        string   `placeholder:"ROWS" help:"Rows, such as E1,E3; default all."`
	Arms        string   `placeholder:"ARMS" help:"Only rows that these arms are enough for."`
	Seeds       int      `placeholder:"N" help:"Runs of each arm, with seeds 1 to N. Default 20; quick 3."`
	Workers     int      `placeholder:"N" help:"Runs at a time; changes the speed only. Default: all cores."`
	Quick       bool     `help:"A first look: few arms, the first year of each, 3 seeds."`
	Sensitivity bool     `help:"Move parameters one at a time by 20 % and tell which carry the score; see --params."`
	Params      string   `placeholder:"PATHS" help:"With --sensitivity: parameters, such as cells.osteoclast.rate,matrix.burst. Default: those of the data."`
	ScoreOnly   bool     `help:"Score what is finished, run nothing."`
	Out         string   `default:"out/validate" placeholder:"DIR" help:"Folder of finished runs, scorecard and plots; runs in it are used again."`
	Data        string   `placeholder:"DIR" help:"Folder of targets and arms in place of those of the program."`
	Set         []string `sep:"none" placeholder:"KEY=VALUE" help:"Set any parameter in all arms; may be repeated."`
	Quiet       bool     `short:"q" help:"Do not tell of each run as it ends."`
	JSON        bool     `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c validateCommand) Run(p process) error {
	l, err := c.library()
	if err != nil {
		return run.BadInput{Err: err}
	}
	program, err := fingerprint()
	if err != nil {
		return err
	}
	if c.Sensitivity {
		return c.sense(p, l, program)
	}
	trials, stopped := l.Run(p.ctx, c.options(p, program))
	if trials == nil {
		return stopped
	}
	scores := l.Score(trials)
	if err := c.save(l, trials, scores); err != nil {
		return err
	}
	return errors.Join(c.show(p, l, scores), stopped)
}

// sense moves parameters and tells which carry the score.
func (c *validateCommand) sense(p process, l *validate.Library, program string) error {
	paths := listed(c.Params)
	if len(paths) == 0 {
		paths = l.Sensitive
	}
	if c.Seeds == 0 {
		c.Seeds = 3
	}
	s, stopped := l.Sense(p.ctx, paths, c.options(p, program))
	if stopped != nil && len(s.Influences) == 0 {
		return stopped
	}
	card, err := json.MarshalIndent(s, "", "  ")
	if err == nil {
		err = validate.Replace(filepath.Join(c.Out, "sensitivity.json"), append(card, '\n'))
	}
	switch {
	case err != nil:
		return err
	case c.JSON:
		return errors.Join(printJSON(p, s), stopped)
	}
	fmt.Fprintf(p.stdout, "%s\n\n", c.title(l))
	return errors.Join(validate.WriteSensitivity(p.stdout, s, 10), stopped)
}

// library reads the data and leaves what was asked for.
func (c *validateCommand) library() (*validate.Library, error) {
	if c.Seeds < 0 || c.Workers < 0 {
		return nil, fmt.Errorf("--seeds = %d, --workers = %d, want at least 1", c.Seeds, c.Workers)
	}
	folder := fs.FS(assets.Validation())
	if c.Data != "" {
		folder = os.DirFS(c.Data)
	}
	l, err := validate.Read(folder)
	var faults scenario.Faults // have their places already
	if err != nil && c.Data != "" && !errors.As(err, &faults) {
		return nil, fmt.Errorf("--data %s: %w", c.Data, err)
	}
	if err != nil {
		return nil, err
	}
	l.Set = c.Set
	if c.Quick {
		l = l.Quick()
	}
	l, err = l.Only(listed(c.Only), listed(c.Arms))
	if err != nil {
		return nil, err
	}
	if len(c.Set) == 0 {
		return l, nil
	}
	return l, l.Check()
}

// listed splits "E1, E3".
func listed(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })
}

func (c *validateCommand) options(p process, program string) validate.Options {
	o := validate.Options{Dir: c.Out, Program: program, Seeds: c.Seeds, Workers: c.Workers, Saved: c.ScoreOnly}
	switch {
	case o.Seeds == 0 && c.Quick:
		o.Seeds = 3
	case o.Seeds == 0:
		o.Seeds = 20
	}
	if o.Workers == 0 {
		o.Workers = runtime.NumCPU()
	}
	if !c.Quiet {
		o.Report = func(r validate.Progress) {
			if !r.Kept {
				fmt.Fprintf(p.stderr, "%d of %d: %s, seed %d\n", r.Done, r.Todo, r.Arm, r.Seed)
			}
		}
	}
	c.Seeds = o.Seeds
	return o
}

// fingerprint identifies this program: runs of another one are not used.
func fingerprint() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(name)
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), err
}

// title says what was done.
func (c validateCommand) title(l *validate.Library) string {
	text := fmt.Sprintf("%d arms, %d seeds", len(l.Arms), c.Seeds)
	if c.Quick {
		text += "; QUICK: the first year of few arms, too few seeds for a verdict"
	}
	if len(c.Set) > 0 {
		text += "; all arms with " + strings.Join(c.Set, ", ")
	}
	return text
}

// show prints the scores.
func (c validateCommand) show(p process, l *validate.Library, scores []validate.Score) error {
	if c.JSON {
		return printJSON(p, c.card(l, scores))
	}
	fmt.Fprintf(p.stdout, "%s\n\n", c.title(l))
	if err := validate.WriteTable(p.stdout, scores); err != nil {
		return err
	}
	fmt.Fprintln(p.stdout)
	if err := validate.WriteSummary(p.stdout, validate.Summary(scores)); err != nil {
		return err
	}
	for _, s := range l.Skipped {
		fmt.Fprintf(p.stdout, "%s not attempted: %s\n", s.Row, s.Reason)
	}
	return nil
}

// card is the scorecard for programs.
func (c validateCommand) card(l *validate.Library, scores []validate.Score) any {
	records := []validate.Record{}
	for _, s := range scores {
		records = append(records, s.Record())
	}
	return struct {
		Title   string            `json:"title"`
		Quick   bool              `json:"quick"`
		Seeds   int               `json:"seeds"`
		Arms    []string          `json:"arms"`
		Set     []string          `json:"set"`
		Summary []validate.Line   `json:"summary"`
		Rows    []validate.Record `json:"rows"`
		Skipped []validate.Skip   `json:"not_attempted"`
	}{c.title(l), c.Quick, c.Seeds, l.ArmNames(), c.Set, validate.Summary(scores), records, l.Skipped}
}

// save writes scorecard and plots.
func (c validateCommand) save(l *validate.Library, trials *validate.Trials, scores []validate.Score) error {
	card, err := json.MarshalIndent(c.card(l, scores), "", "  ")
	if err != nil {
		return err
	}
	var table bytes.Buffer
	if err := validate.WriteCSV(&table, scores); err != nil {
		return err
	}
	if err := validate.Replace(filepath.Join(c.Out, "scorecard.json"), append(card, '\n')); err != nil {
		return err
	}
	if err := validate.Replace(filepath.Join(c.Out, "scorecard.csv"), table.Bytes()); err != nil {
		return err
	}
	return c.plots(l, trials)
}
