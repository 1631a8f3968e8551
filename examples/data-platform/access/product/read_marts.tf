# Purpose: Monthly review of the product range
# Ends: 2027-03-31 (JST)
resource "google_bigquery_dataset_iam_member" "read_marts" {
  project    = var.project_id
  dataset_id = "marts"
  role       = "roles/bigquery.dataViewer"
  member     = "group:product@minato-shoten.example"

  condition {
    title       = "until_2027_03_31"
    description = "Monthly review of the product range"
    expression  = "request.time < timestamp(\"2027-03-31T15:00:00Z\")"
  }
}
