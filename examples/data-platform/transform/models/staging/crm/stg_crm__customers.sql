-- depends_on: {{ ref('raw_customers') }}
with source as (

    select * from {{ source('crm', 'raw_customers') }}

)

select
    customer_id,
    customer_name,
    customer_name_kana,
    lower(email) as email,
    postal_address,
    birth_date,
    prefecture,
    member_rank,
    registered_on,
    accepts_email
from source
