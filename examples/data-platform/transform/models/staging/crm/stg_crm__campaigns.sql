-- depends_on: {{ ref('raw_campaigns') }}
with source as (

    select * from {{ source('crm', 'raw_campaigns') }}

)

select
    campaign_id,
    campaign_name,
    campaign_name_en,
    channel,
    started_on,
    ended_on,
    budget_amount
from source
