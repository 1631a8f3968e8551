"""Turns every pipeline (``*.yml``) of this folder into Airflow DAGs.

Files are loaded one by one: given a whole folder, dag-factory only logs a
broken file, and its pipeline would silently be missing.
"""

from pathlib import Path

from dagfactory import load_yaml_dags

FOLDER = Path(__file__).resolve().parent

for pipeline in sorted(FOLDER.glob("*.yml")):
    # Shared defaults, which dag-factory adds to each pipeline by itself.
    if pipeline.name == "defaults.yml":
        continue
    load_yaml_dags(
        globals_dict=globals(),
        config_filepath=str(pipeline),
        defaults_config_path=str(FOLDER),
    )
