with products as (

    select * from {{ ref('stg_pos__products') }}

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
from products
