-- An order is worth the sum of its lines: any other order is returned here.
with lines as (

    select
        order_id,
        sum(net_amount) as net_amount
    from {{ ref('stg_pos__order_items') }}
    group by 1

)

select
    orders.order_id,
    orders.net_amount as order_amount,
    lines.net_amount as lines_amount
from {{ ref('fct_orders') }} as orders
inner join lines
    on orders.order_id = lines.order_id
where orders.net_amount != lines.net_amount
