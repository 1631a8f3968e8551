-- depends_on: {{ ref('raw_products') }}
with source as (

    select * from {{ source('pos', 'raw_products') }}

)

select
    product_id,
    product_name,
    product_name_en,
    category,
    list_price,
    cost_price,
    launched_on,
    is_discontinued
from source
