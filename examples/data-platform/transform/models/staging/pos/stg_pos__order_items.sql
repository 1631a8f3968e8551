-- depends_on: {{ ref('raw_order_items') }}
with source as (

    select * from {{ source('pos', 'raw_order_items') }}

)

select
    order_item_id,
    order_id,
    product_id,
    quantity,
    unit_price,
    quantity * unit_price as gross_amount,
    discount_amount,
    quantity * unit_price - discount_amount as net_amount
from source
