with stores as (

    select * from {{ ref('stg_pos__stores') }}

)

select
    store_id,
    store_name,
    store_name_en,
    prefecture,
    store_format,
    floor_area_m2,
    opened_on
from stores
