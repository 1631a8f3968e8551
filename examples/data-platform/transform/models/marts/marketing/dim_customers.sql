with customers as (

    select * from {{ ref('stg_crm__customers') }}

),

order_history as (

    select * from {{ ref('int_customers_order_history') }}

)

select
    customers.customer_id,
    customers.customer_name,
    customers.email,
    customers.prefecture,
    customers.member_rank,
    -- The decade only: the date of birth itself stays in staging.
    cast(floor(extract(year from customers.birth_date) / 10) * 10 as integer)
        as birth_decade,
    customers.registered_on,
    customers.accepts_email,
    order_history.first_ordered_on,
    order_history.last_ordered_on,
    coalesce(order_history.order_count, 0) as order_count,
    coalesce(order_history.net_amount, 0) as net_amount
from customers
left join order_history
    on customers.customer_id = order_history.customer_id
