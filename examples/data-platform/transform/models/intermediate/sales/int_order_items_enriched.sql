with order_items as (

    select * from {{ ref('stg_pos__order_items') }}

),

orders as (

    select * from {{ ref('stg_pos__orders') }}

),

products as (

    select * from {{ ref('stg_pos__products') }}

)

select
    order_items.order_item_id,
    order_items.order_id,
    order_items.product_id,
    orders.store_id,
    orders.customer_id,
    orders.campaign_id,
    orders.ordered_on,
    products.category,
    order_items.quantity,
    order_items.gross_amount,
    order_items.discount_amount,
    order_items.net_amount,
    order_items.quantity * products.cost_price as cost_amount,
    order_items.net_amount
    - order_items.quantity * products.cost_price as gross_profit
from order_items
inner join orders
    on order_items.order_id = orders.order_id
inner join products
    on order_items.product_id = products.product_id
where orders.order_status = 'completed'
