-- depends_on: {{ ref('raw_stores') }}
with source as (

    select * from {{ source('pos', 'raw_stores') }}

)

select
    store_id,
    store_name,
    store_name_en,
    prefecture,
    store_format,
    -- The online store has no sales floor.
    nullif(floor_area_m2, 0) as floor_area_m2,
    opened_on
from source
