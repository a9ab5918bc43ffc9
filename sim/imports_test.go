package sim_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// policy says which packages of this module a package may import, tests aside.
// The longest line that matches a package counts; x/... is x and all below it.
// Imports go one way: field, agents, sim, what observes or runs it, cmd.
const policy = `
assets         :
sim/unit       :
sim/rng        :
sim/param      : sim/unit
sim/ode        : sim/param sim/unit
sim/drug       : sim/param sim/unit
sim/endocrine  : agents field/signal sim/drug sim/ode sim/param sim/unit
sim/assay      : sim/endocrine sim/drug agents field/signal sim/param sim/unit sim/scenario assets
field/...      : field/... sim/unit
agents/...     : agents/... field/... sim/unit sim/rng sim/param
sim            : agents/... field/... sim/endocrine sim/drug sim/unit sim/rng sim/param
sim/scenario   : sim/param sim/unit
sim/section    : field/... sim/rng sim/unit sim/param assets
sim/metric     : sim agents field/... sim/endocrine sim/unit sim/param
render         : sim agents field/... sim/unit sim/param
render/chart   :
render/window  : render sim agents field/... sim/unit sim/run
sim/run        : sim sim/... render agents field/... assets
sim/sweep      : sim sim/... agents field/... assets
sim/validate   : sim sim/... agents field/... assets
sim/assay      : sim/endocrine sim/drug sim/scenario sim/param sim/unit field/signal assets
cmd/...        : sim/... render/... agents field/... assets
`

// outside says which packages alone may import something from outside; all
// others may not.
const outside = `
github.com/hajimehoshi/ebiten : render/window
github.com/alecthomas/kong    : cmd/...
github.com/pelletier/go-toml  : sim/scenario sim/validate
golang.org/x/term             : cmd/...
golang.org/x/image            : sim/section render/...
gonum.org/v1                  : render/chart
math/rand                     :
os/exec                       :
net                           :
net/http                      :
plugin                        :
`

// nameless are package names that say nothing.
var nameless = []string{"util", "utils", "common", "manager", "helpers", "helper", "types", "misc", "base"}

// source is a parsed file that is not a test.
type source struct {
	file string // relative to the module
	pkg  string // folder, relative to the module
	set  *token.FileSet
	ast  *ast.File
}

// sources parses the module's files itself: the test cache sees the files a
// test opens, but not what a `go list` started by it would read.
func sources(t *testing.T) (list []source) {
	t.Helper()
	root := filepath.Join("..")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && p != root && (strings.ContainsAny(name[:1], "._") || name == "testdata" || name == "out" || name == "bin") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		list = append(list, parse(t, root, p))
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, len(list), 50, "the walk must find the module")
	return list
}

func parse(t *testing.T, root, file string) source {
	t.Helper()
	rel, err := filepath.Rel(root, file)
	require.NoError(t, err)
	set := token.NewFileSet()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	tree, err := parser.ParseFile(set, rel, data, 0)
	require.NoError(t, err)
	return source{filepath.ToSlash(rel), path.Dir(filepath.ToSlash(rel)), set, tree}
}

// rules reads a policy text.
func rules(text string) map[string][]string {
	lines := map[string][]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		who, what, _ := strings.Cut(line, ":")
		lines[strings.TrimSpace(who)] = strings.Fields(what)
	}
	return lines
}

// matches tells whether a pattern covers a package.
func matches(pattern, pkg string) bool {
	base, below := strings.CutSuffix(pattern, "/...")
	return pkg == base || below && strings.HasPrefix(pkg, base+"/")
}

// line finds the longest line of the policy that covers a package.
func line(lines map[string][]string, pkg string) (allowed []string, ok bool) {
	best := ""
	for pattern := range lines {
		if matches(pattern, pkg) && len(strings.TrimSuffix(pattern, "/...")) > len(strings.TrimSuffix(best, "/...")) {
			best = pattern
		}
	}
	return lines[best], best != ""
}

func anyMatches(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, pkg) })
}

// complaint returns what is wrong with an import, or "".
func complaint(pkg, imported string) string {
	if own, ok := strings.CutPrefix(imported, "trabecula/"); ok {
		allowed, known := line(rules(policy), pkg)
		switch {
		case !known:
			return "package " + pkg + " has no line in the policy"
		case !anyMatches(allowed, own):
			return pkg + " may not import " + own
		}
		return ""
	}
	for prefix, allowed := range rules(outside) {
		exact := imported == prefix || strings.HasPrefix(imported, prefix+"/")
		if prefix == "net" {
			exact = imported == prefix
		}
		if exact && !anyMatches(allowed, pkg) {
			return pkg + " may not import " + imported
		}
	}
	return ""
}

func TestImportsGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		for _, spec := range s.ast.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			if wrong := complaint(s.pkg, imported); wrong != "" {
				t.Errorf("%s: %s", s.set.Position(spec.Pos()), wrong)
			}
		}
	}
}

func TestPolicyRefuses(t *testing.T) {
	for _, c := range []struct{ pkg, imported, want string }{
		{"field/signal", "trabecula/agents", "field/signal may not import agents"},
		{"agents", "trabecula/sim", "agents may not import sim"},
		{"sim", "trabecula/sim/metric", "sim may not import sim/metric"},
		{"render", "github.com/hajimehoshi/ebiten/v2", "render may not import github.com/hajimehoshi/ebiten/v2"},
		{"sim/section", "math/rand/v2", "sim/section may not import math/rand/v2"},
		{"wherever", "trabecula/sim", "package wherever has no line in the policy"},
		{"sim/run", "trabecula/sim/metric", ""},
		{"cmd/agents", "trabecula/sim/run", ""},
		{"render/window", "github.com/hajimehoshi/ebiten/v2", ""},
	} {
		require.Equal(t, c.want, complaint(c.pkg, c.imported))
	}
}

func TestPackagesHaveTellingNames(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(nameless, s.ast.Name.Name) {
			t.Errorf("%s: package %s: the name says nothing", s.file, s.ast.Name.Name)
		}
	}
}

func TestEveryPackageIsDocumented(t *testing.T) {
	documented, all := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(s.file)))
		require.NoError(t, err)
		tree, err := parser.ParseFile(token.NewFileSet(), s.file, data, parser.ParseComments|parser.PackageClauseOnly)
		require.NoError(t, err)
		all[s.pkg] = true
		documented[s.pkg] = documented[s.pkg] || tree.Doc.Text() != ""
	}
	for pkg := range all {
		if !documented[pkg] {
			t.Errorf("%s: no package doc: what it is, what it does not know, where to start", pkg)
		}
	}
}

// banned are the functions that only cmd may call: below it time is an argument
// and faults are errors.
var banned = map[string][]string{
	"os":      {"Exit"},
	"log":     {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"time":    {"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "AfterFunc"},
	"runtime": {"Goexit"},
}

func TestNoClockExitOrInitBelowCmd(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasPrefix(s.pkg, "cmd/") {
			continue
		}
		ast.Inspect(s.ast, func(n ast.Node) bool {
			if wrong := forbidden(n, imports(s.ast)); wrong != "" {
				t.Errorf("%s: %s", s.set.Position(n.Pos()), wrong)
			}
			return true
		})
	}
}

// imports lists the standard packages of a file by the name they go by.
func imports(f *ast.File) map[string]string {
	names := map[string]string{}
	for _, spec := range f.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

// forbidden says what is wrong with a node, or "".
func forbidden(n ast.Node, imported map[string]string) string {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Recv == nil && n.Name.Name == "init" {
			return "init(): nothing registers itself"
		}
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok && slices.Contains(banned[imported[x.Name]], n.Sel.Name) {
			return imported[x.Name] + "." + n.Sel.Name + ": only cmd may"
		}
	}
	return ""
}

func TestForbiddenIsFound(t *testing.T) {
	const text = `package p
import ("os"; clock "time")
func init() { os.Exit(clock.Now().Day()) }
func fine(time struct{ Now int }) int { return time.Now }`
	tree, err := parser.ParseFile(token.NewFileSet(), "p.go", text, 0)
	require.NoError(t, err)
	var found []string
	ast.Inspect(tree, func(n ast.Node) bool {
		if wrong := forbidden(n, imports(tree)); wrong != "" {
			found = append(found, wrong)
		}
		return true
	})
	require.Equal(t, []string{"init(): nothing registers itself", "os.Exit: only cmd may", "time.Now: only cmd may"}, found)
}
