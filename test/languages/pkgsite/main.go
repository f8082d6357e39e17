// Prints what pkg.go.dev shows of a module's root package, found as it does.
package main

import (
	"encoding/json"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"

	"github.com/google/licensecheck"
)

func main() {
	folder := os.Args[1]
	packages, err := parser.ParseDir(token.NewFileSet(), folder, nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(err)
	}
	comments := map[string]string{}
	for name, parsed := range packages {
		comments[name] = doc.New(parsed, name, 0).Doc
	}
	text, err := os.ReadFile(filepath.Join(folder, "LICENSE"))
	if err != nil {
		panic(err)
	}
	licenses := []string{}
	found := licensecheck.Scan(text)
	// Less of a file that is a known license is none to pkg.go.dev.
	if found.Percent >= 75 {
		for _, match := range found.Match {
			licenses = append(licenses, match.ID)
		}
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"comments": comments, "licenses": licenses})
}
