with orders as (

    select * from {{ ref('stg_pos__orders') }}

),

order_items as (

    select * from {{ ref('stg_pos__order_items') }}

),

totals as (

    select
        order_id,
        cast(count(*) as integer) as line_count,
        cast(sum(quantity) as integer) as item_count,
        cast(sum(gross_amount) as bigint) as gross_amount,
        cast(sum(discount_amount) as bigint) as discount_amount,
        cast(sum(net_amount) as bigint) as net_amount
    from order_items
    group by 1

)

select
    orders.order_id,
    orders.customer_id,
    orders.store_id,
    orders.campaign_id,
    orders.ordered_at,
    orders.ordered_on,
    orders.order_status,
    orders.payment_method,
    totals.line_count,
    totals.item_count,
    totals.gross_amount,
    totals.discount_amount,
    totals.net_amount
from orders
inner join totals
    on orders.order_id = totals.order_id
