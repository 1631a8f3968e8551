with orders as (

    select * from {{ ref('int_orders_with_totals') }}

)

select
    order_id,
    customer_id,
    store_id,
    campaign_id,
    ordered_at,
    ordered_on,
    order_status,
    payment_method,
    line_count,
    item_count,
    gross_amount,
    discount_amount,
    net_amount
from orders
