# Purpose: Key figures of the company
# Ends: 2027-03-31 (JST)
resource "google_bigquery_dataset_iam_member" "read_marts" {
  project    = var.project_id
  dataset_id = "marts"
  role       = "roles/bigquery.dataViewer"
  member     = "group:leadership@minato-shoten.example"

  condition {
    title       = "until_2027_03_31"
    description = "Key figures of the company"
    expression  = "request.time < timestamp(\"2027-03-31T15:00:00Z\")"
  }
}
