# Purpose: Daily sales report and store meetings
# Ends: 2027-03-31 (JST)
resource "google_bigquery_dataset_iam_member" "read_marts" {
  project    = var.project_id
  dataset_id = "marts"
  role       = "roles/bigquery.dataViewer"
  member     = "group:sales@minato-shoten.example"

  condition {
    title       = "until_2027_03_31"
    description = "Daily sales report and store meetings"
    expression  = "request.time < timestamp(\"2027-03-31T15:00:00Z\")"
  }
}
