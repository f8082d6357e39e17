variable "title" {
  type    = string
  default = "Traffic"
}

resource "logfire_project" "shown" {
  name = "shown"
}

resource "logfire_dashboard" "encoded" {
  project_id = logfire_project.shown.id
  name       = "Encoded"
  slug       = "encoded"
  definition = jsonencode({
    kind = "Dashboard"
    spec = {
      display  = { name = "Encoded" }
      duration = "6h"
      panels = {
        note = {
          kind = "Panel"
          spec = {
            display = { name = "Note" }
            plugin  = { kind = "Markdown", spec = { text = "Costs $${more} than \"before\"" } }
          }
        }
      }
      layouts = [{
        kind = "Grid"
        spec = { items = [{ x = 0, y = 0, width = 24, height = 4, content = { "$ref" = "#/spec/panels/note" } }] }
      }]
    }
  })
}

resource "logfire_dashboard" "from_file" {
  project_id = logfire_project.shown.id
  name       = "Traffic"
  slug       = "traffic"
  definition = file("${path.module}/traffic.json")
}

resource "logfire_dashboard" "other_title" {
  project_id = logfire_project.shown.id
  name       = "Plain"
  slug       = "plain"
  definition = "{\"kind\":\"Dashboard\",\"spec\":{\"display\":{\"name\":\"Another\"},\"duration\":\"1h\",\"panels\":{},\"layouts\":[]}}"
}

resource "logfire_dashboard" "with_variable" {
  project_id = logfire_project.shown.id
  name       = var.title
  slug       = "with-variable"
  definition = jsonencode({ kind = "Dashboard", spec = { display = { name = var.title }, duration = "1h", panels = {}, layouts = [] } })
}
