-- What the sales lines up to the as-of date say of each customer; a blank cell says nothing.
select
  s.customer_id as customer_id,
  min(s.segment) as segment_low,
  max(s.segment) as segment_high,
  min(s.industry) as industry_low,
  max(s.industry) as industry_high,
  min(s.region) as region_low,
  max(s.region) as region_high,
  min(s.country) as country_low,
  max(s.country) as country_high
from sales as s
where s.customer_id is not null and s.sale_date <= cast($as_of as date)
group by s.customer_id
