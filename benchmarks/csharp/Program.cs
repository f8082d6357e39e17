// One synth in a process of its own: `Bench PROGRAM COUNT FOLDER`.
using System;
using HashiCorp.Cdktf;

var app = new App(new AppConfig { Outdir = args[2] });
var stack = new TerraformStack(app, "app");
var count = int.Parse(args[1]);
switch (args[0])
{
    case "projects-by-constructs":
        ProjectsByConstructs.Describe(stack, count);
        break;
    case "projects-by-bindings":
        ProjectsByBindings.Describe(stack, count);
        break;
    case "projects-with-tokens":
        ProjectsWithTokens.Describe(stack, count);
        break;
    default:
        throw new ArgumentException($"there is no program {args[0]}");
}
app.Synth();
