with order_items as (

    select * from {{ ref('int_order_items_enriched') }}

),

monthly as (

    select
        cast(date_trunc('month', ordered_on) as date) as sales_month,
        product_id,
        cast(sum(quantity) as integer) as quantity,
        cast(sum(net_amount) as bigint) as net_amount,
        cast(sum(cost_amount) as bigint) as cost_amount,
        cast(sum(gross_profit) as bigint) as gross_profit
    from order_items
    group by 1, 2

)

select
    sales_month,
    product_id,
    quantity,
    net_amount,
    cost_amount,
    gross_profit,
    cast(gross_profit as double)
    / nullif(cast(net_amount as double), 0) as gross_margin
from monthly
