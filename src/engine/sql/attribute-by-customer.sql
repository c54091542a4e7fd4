-- Each value that a customer's sales lines give one attribute, and the last day it was used.
select
  l.customer_id as customer_id,
  l.attribute_value as attribute_value,
  max(l.sale_date) as last_used
from (
  select
    s.customer_id as customer_id,
    s.sale_date as sale_date,
    case
      when cast($attribute as varchar) = 'customer_name' then s.customer_name
      when cast($attribute as varchar) = 'segment' then s.segment
      when cast($attribute as varchar) = 'industry' then s.industry
      when cast($attribute as varchar) = 'region' then s.region
      when cast($attribute as varchar) = 'country' then s.country
    end as attribute_value
  from sales as s
  where s.customer_id is not null and s.sale_date <= cast($as_of as date)
) as l
where l.attribute_value is not null
group by l.customer_id, l.attribute_value
