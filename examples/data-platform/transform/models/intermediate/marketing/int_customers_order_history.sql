with orders as (

    select * from {{ ref('int_orders_with_totals') }}

)

select
    customer_id,
    min(ordered_on) as first_ordered_on,
    max(ordered_on) as last_ordered_on,
    cast(count(*) as integer) as order_count,
    cast(sum(net_amount) as bigint) as net_amount
from orders
where
    customer_id is not null
    and order_status = 'completed'
group by 1
