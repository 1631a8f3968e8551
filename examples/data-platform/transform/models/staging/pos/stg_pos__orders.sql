-- depends_on: {{ ref('raw_orders') }}
with source as (

    select * from {{ source('pos', 'raw_orders') }}

)

select
    order_id,
    customer_id,
    store_id,
    campaign_id,
    ordered_at,
    cast(ordered_at as date) as ordered_on,
    order_status,
    payment_method,
    card_last4
from source
where ordered_at >= cast('{{ var("first_business_day") }}' as timestamp)
