with campaigns as (

    select * from {{ ref('stg_crm__campaigns') }}

),

orders as (

    select * from {{ ref('int_orders_with_totals') }}

),

results as (

    select
        campaign_id,
        cast(count(*) as integer) as order_count,
        cast(count(distinct customer_id) as integer) as customer_count,
        cast(sum(net_amount) as bigint) as net_amount
    from orders
    where order_status = 'completed'
    group by 1

)

select
    campaigns.campaign_id,
    campaigns.campaign_name,
    campaigns.campaign_name_en,
    campaigns.channel,
    campaigns.started_on,
    campaigns.ended_on,
    campaigns.budget_amount,
    coalesce(results.order_count, 0) as order_count,
    coalesce(results.customer_count, 0) as customer_count,
    coalesce(results.net_amount, 0) as net_amount,
    cast(coalesce(results.net_amount, 0) as double)
    / nullif(cast(campaigns.budget_amount as double), 0) as return_on_budget
from campaigns
left join results
    on campaigns.campaign_id = results.campaign_id
